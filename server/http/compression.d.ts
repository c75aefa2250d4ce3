/** The part that is used. The published types describe the requests of Express. */
declare module "compression" {
  import type { IncomingMessage, ServerResponse } from "node:http";

  /** Compresses what is written to a response from then on, where the client accepts it. */
  export default function compression(): (request: IncomingMessage, response: ServerResponse, next: () => void) => void;
}
