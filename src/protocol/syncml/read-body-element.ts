import { allOf, elementsOf, needed, oneOf, rawTextOf, textIn, textOf, toXmlElement } from "./element-parts.js";
import { itemCommands, type BodyElement, type ContainerCommand, type ItemCommand, type Meta, type ResultsElement, type StatusElement } from "./message.js";
import type { MessageElement } from "./message-element.js";
import { isSyncml } from "./namespaces.js";
import { plainType, readItem } from "./read-item.js";
import { readCredential } from "./read-credential.js";
import { readMeta } from "./read-meta.js";

/** What stands in a body, an Atomic or a Sequence. What is no command of device management stays as it is. */
export function readBodyElement(element: MessageElement): BodyElement {
  const { name } = element;
  if (isSyncml(element.namespace)) {
    if (name === "Status") return readStatus(element);
    if (name === "Results") return readResults(element);
    if (name === "Atomic" || name === "Sequence") return readContainer(name, element);
    const kind = itemCommands.find((each) => each === name);
    if (kind !== undefined) return readItemCommand(kind, element);
  }
  return { kind: "unknown", name, id: idOf(element), element: toXmlElement(element) };
}

/** An empty one is none. */
function idOf(element: MessageElement): string | undefined {
  const [id] = allOf(element, "CmdID").map(textOf);
  return id === "" ? undefined : id;
}

interface Common {
  readonly id: string | undefined;
  readonly meta?: Meta;
  readonly noResponse?: boolean;
}

function readCommon(element: MessageElement): Common {
  const meta = oneOf(element, "Meta");
  oneOf(element, "CmdID");
  return {
    id: idOf(element),
    ...(meta === undefined ? {} : { meta: plainType(readMeta(meta)) }),
    ...(oneOf(element, "NoResp") === undefined ? {} : { noResponse: true }),
  };
}

/** With its type as it was sent: it says how the data is to be read. */
const metaOf = (element: MessageElement): Meta | undefined => {
  const meta = oneOf(element, "Meta");
  return meta === undefined ? undefined : readMeta(meta);
};

const itemsOf = (element: MessageElement): ItemCommand["items"] => {
  const meta = metaOf(element);
  return allOf(element, "Item").map((item) => readItem(item, meta));
};

function readItemCommand(kind: ItemCommand["kind"], element: MessageElement): ItemCommand {
  const code = kind === "Alert" ? textIn(element, "Data") : undefined;
  const correlator = textIn(element, "Correlator");
  const credential = readCredential(element);
  return {
    kind, ...readCommon(element), items: itemsOf(element),
    ...(code === undefined ? {} : { code }),
    ...(correlator === undefined ? {} : { correlator }),
    ...(credential === undefined ? {} : { credential }),
  };
}

/** What a container has besides commands. */
const ownParts: ReadonlySet<string> = new Set(["CmdID", "Meta", "NoResp"]);

const readContainer = (kind: ContainerCommand["kind"], element: MessageElement): ContainerCommand => ({
  kind, ...readCommon(element),
  members: elementsOf(element).filter(({ name, namespace }) => !(isSyncml(namespace) && ownParts.has(name))).map(readBodyElement),
});

function readStatus(element: MessageElement): StatusElement {
  const data = needed(element, "Data");
  const challenge = oneOf(element, "Chal");
  const challengeMeta = challenge === undefined ? undefined : oneOf(challenge, "Meta");
  const credential = readCredential(element);
  const originalError = data.attributes?.find(({ name }) => name === "originalerror")?.value;
  return {
    kind: "Status", id: idOf(element),
    messageRef: textIn(element, "MsgRef") ?? "",
    commandRef: textIn(element, "CmdRef") ?? "",
    command: textIn(element, "Cmd") ?? "",
    targetRefs: allOf(element, "TargetRef").map(textOf),
    sourceRefs: allOf(element, "SourceRef").map(textOf),
    ...(challenge === undefined ? {} : { challenge: challengeMeta === undefined ? {} : readMeta(challengeMeta) }),
    ...(credential === undefined ? {} : { credential }),
    code: rawTextOf(data).trim(),
    ...(originalError === undefined ? {} : { originalError }),
    items: itemsOf(element),
  };
}

function readResults(element: MessageElement): ResultsElement {
  const { id, meta } = readCommon(element);
  const [messageRef, targetRef, sourceRef] = ["MsgRef", "TargetRef", "SourceRef"].map((name) => textIn(element, name));
  return {
    kind: "Results", id,
    ...(messageRef === undefined ? {} : { messageRef }),
    commandRef: textIn(element, "CmdRef") ?? "",
    ...(meta === undefined ? {} : { meta }),
    ...(targetRef === undefined ? {} : { targetRef }),
    ...(sourceRef === undefined ? {} : { sourceRef }),
    items: itemsOf(element),
  };
}
