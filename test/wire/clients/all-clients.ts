import type { RealClient } from "../../support/client-scenario.js";
import { ansibleClient } from "./ansible-client.js";
import { masterzenClient } from "./masterzen-client.js";
import { pywinrmClient } from "./pywinrm-client.js";
import { winrmClient } from "./winrm-client-client.js";
import { winrmcpClient } from "./winrmcp-client.js";

/** The clients that others wrote, as docs/compatibility.md names them. */
export const allClients: readonly RealClient[] = [pywinrmClient, winrmcpClient, ansibleClient, masterzenClient, winrmClient];
