// The start decides once, after it has looked into the database; Next's bundle reads it here.
const shared = globalThis as typeof globalThis & { consortaDemo?: boolean };

export function adoptDemo(demo: boolean): void {
  shared.consortaDemo = demo;
}

/** True on an instance that runs the demo: its accounts, one-click sign-in and mail page exist only then. */
export function isDemo(): boolean {
  return shared.consortaDemo === true;
}
