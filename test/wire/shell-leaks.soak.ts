import { shellLeaks } from "./shell-leaks.js";

shellLeaks(
  { commands: 2000, shells: 10_000, shellsPerCommand: 10, vanishing: 1000, idleSeconds: 4, warmUp: { commands: 200, shells: 500, vanishing: 30 } },
  (line) => void process.stderr.write(`${line}\n`),
);
