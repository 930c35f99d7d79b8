import { fail, ok, type Result } from "../../../base/result.js";
import type { AccountAddress, AccountAuthentication, AccountConnection, DmAccount } from "./dm-account.js";
import { innerOf, parameterOf, type Characteristic, type Parameter } from "./provisioning-document.js";

const levels = { APPSRV: "CLCRED", CLIENT: "SRVCRED", HTTP: "HTTP", OBEX: "OBEX" } as const;

const connectionNames = { napId: "TO-NAPID", proxy: "TO-PROXY" } as const;
const connectionKinds = ["napId", "proxy"] as const;

/** Parameters of the application that have a place of their own in the account. */
const own: ReadonlySet<string> = new Set(["ADDR", "APPID", "NAME", "PROVIDER-ID", "TO-NAPID", "TO-PROXY"]);

/** The accounts of a provisioning document: its APPLICATIONs with the id w7. @returns everything that is wrong with them */
export function readAccounts(characteristics: readonly Characteristic[]): Result<readonly DmAccount[], readonly string[]> {
  const problems: string[] = [];
  const accounts = characteristics
    .filter((each) => each.type.toUpperCase() === "APPLICATION" && parameterOf(each, "APPID")?.value === "w7")
    .flatMap((each) => readAccount(each, (message) => problems.push(message)));
  return problems.length === 0 ? ok(accounts) : fail(problems);
}

function readAccount(application: Characteristic, report: (message: string) => void): readonly DmAccount[] {
  const serverId = parameterOf(application, "PROVIDER-ID")?.value ?? "";
  const who = serverId === "" ? "An account" : `The account ${serverId}`;
  if (serverId === "") report("An account (APPLICATION w7) has no PROVIDER-ID.");
  const [first, ...more] = readAddresses(application);
  if (first === undefined) report(`${who} has no address: neither ADDR nor an APPADDR with one.`);
  const authentications = innerOf(application, "APPAUTH").flatMap((each) => readAuthentication(each, (message) => report(`${who} ${message}`)));
  if (first === undefined) return [];
  const name = parameterOf(application, "NAME")?.value;
  return [{
    serverId, ...(name === undefined ? {} : { name }), addresses: [first, ...more], authentications,
    connections: application.parameters.flatMap(({ name: key, value }): readonly AccountConnection[] => {
      const kind = connectionKinds.find((each) => connectionNames[each] === key.toUpperCase());
      return kind === undefined || value === undefined ? [] : [{ kind, id: value }];
    }),
    others: new Map(application.parameters.filter((each) => !own.has(each.name.toUpperCase())).map((each) => [each.name, each.value])),
  }];
}

/** A bare ADDR is an address like those of an APPADDR. */
function readAddresses(application: Characteristic): readonly AccountAddress[] {
  const bare = parameterOf(application, "ADDR")?.value;
  const written = innerOf(application, "APPADDR").flatMap((each): readonly AccountAddress[] => {
    const [address, type] = [parameterOf(each, "ADDR")?.value, parameterOf(each, "ADDRTYPE")?.value];
    const ports = innerOf(each, "PORT").flatMap((port) => parameterOf(port, "PORTNBR")?.value ?? []);
    return address === undefined ? [] : [{ address, ...(type === undefined ? {} : { type }), ports }];
  });
  return [...(bare === undefined ? [] : [{ address: bare, ports: [] }]), ...written];
}

function readAuthentication(characteristic: Characteristic, report: (message: string) => void): readonly AccountAuthentication[] {
  const text = (name: string): string | undefined => parameterOf(characteristic, name)?.value;
  const word = text("AAUTHLEVEL")?.toUpperCase() ?? "";
  if (!Object.hasOwn(levels, word)) {
    report(`has an APPAUTH whose AAUTHLEVEL is ${word === "" ? "missing" : `"${word}"`}; it is one of ${Object.keys(levels).join(", ")}.`);
    return [];
  }
  const [type, name, secret, data] = ["AAUTHTYPE", "AAUTHNAME", "AAUTHSECRET", "AAUTHDATA"].map(text);
  return [{
    level: levels[word as keyof typeof levels],
    ...(type === undefined ? {} : { type }), ...(name === undefined ? {} : { name }), ...(secret === undefined ? {} : { secret }), ...(data === undefined ? {} : { data }),
  }];
}

/** The APPLICATION of an account. The order is that of Windows' documents; what only DMAcc has is left out. */
export function writeAccount({ serverId, name, addresses, connections, authentications, others }: DmAccount): Characteristic {
  const [first, ...more] = addresses;
  const isBare = more.length === 0 && first.type === undefined && first.ports.length === 0;
  return {
    type: "APPLICATION",
    parameters: [
      { name: "APPID", value: "w7" }, { name: "PROVIDER-ID", value: serverId }, ...given("NAME", name), ...(isBare ? given("ADDR", first.address) : []),
      ...connections.map(({ kind, id }): Parameter => ({ name: connectionNames[kind], value: id })),
      ...[...others].map(([key, value]): Parameter => ({ name: key, ...(value === undefined ? {} : { value }) })),
    ],
    inner: [...(isBare ? [] : addresses.map(writeAddress)), ...authentications.map(writeAuthentication)],
  };
}

const writeAddress = ({ address, type, ports }: AccountAddress): Characteristic => ({
  type: "APPADDR", parameters: [...given("ADDR", address), ...given("ADDRTYPE", type)],
  inner: ports.map((port) => ({ type: "PORT", parameters: given("PORTNBR", port), inner: [] })),
});

const writeAuthentication = ({ level, type, name, secret, data }: AccountAuthentication): Characteristic => ({
  type: "APPAUTH", inner: [],
  parameters: [
    ...given("AAUTHLEVEL", Object.entries(levels).find(([, each]) => each === level)![0]),
    ...given("AAUTHTYPE", type), ...given("AAUTHNAME", name), ...given("AAUTHSECRET", secret), ...given("AAUTHDATA", data),
  ],
});

const given = (name: string, value: string | undefined): readonly Parameter[] => (value === undefined ? [] : [{ name, value }]);
