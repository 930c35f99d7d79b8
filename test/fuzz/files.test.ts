import { testTargets } from "./test-targets.js";

testTargets("files");
