/** Where to go after signing in: a path of this house, never another site. */
export function safeNext(next: string | null | undefined): string {
  return next && /^\/(?![/\\])/.test(next) ? next : "/home";
}
