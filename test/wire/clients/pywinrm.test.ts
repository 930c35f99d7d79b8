import { testClient } from "../../support/test-client.js";
import { pywinrmClient } from "./pywinrm-client.js";

testClient(pywinrmClient);
