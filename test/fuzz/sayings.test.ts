import { testTargets } from "./test-targets.js";

testTargets("what plug-ins, servers and the command's users say");
