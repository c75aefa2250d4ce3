/** Pages without a project in their address that show what happens in all projects of the reader. */
const acrossProjects = /^\/(home|activity|reviews|calendar|projects)\/?$/;

/** True when the page at `path` may show what a signal is about: the slug of a project, or "*" for every page. */
export function concernsPage(signal: string, path: string): boolean {
  if (signal === "*" || acrossProjects.test(path)) return true;
  return path === `/projects/${signal}` || path.startsWith(`/projects/${signal}/`);
}
