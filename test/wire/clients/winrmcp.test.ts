import { testClient } from "../../support/test-client.js";
import { winrmcpClient } from "./winrmcp-client.js";

testClient(winrmcpClient);
