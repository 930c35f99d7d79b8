import { testTargets } from "./test-targets.js";

testTargets("octets and texts of clients");
