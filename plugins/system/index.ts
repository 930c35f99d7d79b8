import { nodeMachine } from "./node-machine.js";
import { systemPlugin } from "./system-plugin.js";

export default systemPlugin((clock) => nodeMachine(clock));
