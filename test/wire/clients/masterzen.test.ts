import { testClient } from "../../support/test-client.js";
import { masterzenClient } from "./masterzen-client.js";

testClient(masterzenClient);
