/** Holds the path that was asked for, on the request of the page that is rendered in its place. */
export const askedPathHeader = "x-consorta-asked-path";
