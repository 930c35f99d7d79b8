import type { Command } from "./command.js";
import { audit } from "./verbs/audit.js";
import { config } from "./verbs/config.js";
import { create } from "./verbs/create.js";
import { deleteResource } from "./verbs/delete.js";
import { enumerate } from "./verbs/enumerate.js";
import { get } from "./verbs/get.js";
import { helpmsg } from "./verbs/helpmsg.js";
import { identify } from "./verbs/identify.js";
import { invoke } from "./verbs/invoke.js";
import { mock } from "./verbs/mock.js";
import { reload } from "./verbs/reload.js";
import { serve } from "./verbs/serve.js";
import { set } from "./verbs/set.js";
import { status } from "./verbs/status.js";
import { syncml } from "./verbs/syncml.js";
import { user } from "./verbs/user.js";
import { validate } from "./verbs/validate.js";

/** Every command, in the order help shows them. */
export const commands: readonly Command[] = [serve, reload, status, user, validate, config, audit, identify, get, set, create, deleteResource, enumerate, invoke, helpmsg, syncml, mock];

/** The command of that name or alias, without case. */
export const findCommand = (name: string): Command | undefined =>
  commands.find((command) => command.name === name.toLowerCase() || command.aliases?.includes(name.toLowerCase()) === true);
