// Node's pool of threads hashes passwords, encrypts sessions and reads files. It is made at the first read of a module
// that is loaded by `import`: its size has to be settled before. One thread more than there are cores keeps all of them
// busy; the usual four are too few for a large machine, and on a small one they keep the pages waiting.
const { availableParallelism } = require("node:os");

// A Node too old to know is told so by the next file.
if (availableParallelism) process.env.UV_THREADPOOL_SIZE ??= String(availableParallelism() + 1);
void import("./start.mjs");
