import { testClient } from "../../support/test-client.js";
import { winrmClient } from "./winrm-client-client.js";

testClient(winrmClient);
