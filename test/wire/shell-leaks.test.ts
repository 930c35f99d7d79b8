import { shellLeaks } from "./shell-leaks.js";

/** As in the soak, a fiftieth of it: still many times what there are places for. */
shellLeaks({ commands: 40, shells: 100, shellsPerCommand: 10, vanishing: 15, idleSeconds: 4, warmUp: { commands: 10, shells: 20, vanishing: 3 } });
