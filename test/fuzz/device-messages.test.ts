import { testTargets } from "./test-targets.js";

testTargets("messages of devices");
