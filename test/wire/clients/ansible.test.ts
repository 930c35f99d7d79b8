import { testClient } from "../../support/test-client.js";
import { ansibleClient } from "./ansible-client.js";

testClient(ansibleClient);
