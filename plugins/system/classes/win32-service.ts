import { cimClass, returns, type Method, type PropertyRow } from "../cim-class.js";
import type { Facts } from "../facts.js";
import type { Machine } from "../machine.js";
import { allows } from "../parameters.js";
import { serviceAnswers as answers, type ServiceFacts, type ServiceManager, type StartMode } from "../sources/service.js";
import { systemd } from "../sources/systemd.js";
import { windowsServices } from "../sources/windows-services.js";

interface Service {
  readonly facts: Facts;
  readonly service: ServiceFacts;
}

const managers: Readonly<Record<string, ServiceManager>> = { linux: systemd, win32: windowsServices };

const properties: Readonly<Record<string, PropertyRow<Service>>> = {
  AcceptPause: ["boolean", ({ service }) => service.acceptPause],
  AcceptStop: ["boolean", ({ service }) => service.acceptStop],
  Caption: ["string", ({ service }) => service.displayName],
  CheckPoint: ["uint32", 0],
  CreationClassName: ["string", "Win32_Service"],
  DelayedAutoStart: ["boolean", ({ service }) => service.delayedAutoStart],
  Description: ["string", ({ service }) => service.description],
  DesktopInteract: ["boolean", ({ service }) => service.desktopInteract],
  DisplayName: ["string", ({ service }) => service.displayName],
  ErrorControl: ["string", ({ service }) => service.errorControl],
  ExitCode: ["uint32", ({ service }) => service.exitCode],
  InstallDate: ["datetime"],
  Name: ["string", ({ service }) => service.name],
  PathName: ["string", ({ service }) => service.path],
  ProcessId: ["uint32", ({ service }) => service.processId],
  ServiceSpecificExitCode: ["uint32", ({ service }) => service.serviceExitCode],
  ServiceType: ["string", ({ service }) => service.serviceType],
  Started: ["boolean", ({ service }) => service.state !== "Stopped" && service.state !== "Start Pending"],
  StartMode: ["string", ({ service }) => service.startMode],
  StartName: ["string", ({ service }) => service.account],
  State: ["string", ({ service }) => service.state],
  Status: ["string", ({ service }) => service.status],
  SystemCreationClassName: ["string", "Win32_ComputerSystem"],
  SystemName: ["string", ({ facts }) => facts.hostname],
  TagId: ["uint32", ({ service }) => service.tagId],
  WaitHint: ["uint32", 0],
};

/** Something that changes a service, when that is allowed. */
const acting = (act: (manager: ServiceManager, machine: Machine, service: ServiceFacts, input: (name: string) => string | undefined) => Promise<number> | number): Method<Service> => ({
  async call({ facts, parameters, isAdministrator, source, input }) {
    if (!allows(parameters.AllowServiceControl, isAdministrator)) return returns(answers.denied);
    return returns(await act(managers[facts.machine.platform]!, facts.machine, source.service, input));
  },
});

const notSupported = acting(() => answers.notSupported);

/** The property says `Auto`, the method `Automatic`. What only drivers can be is refused like what does not exist. */
const startModes: ReadonlyMap<string, StartMode> = new Map([["automatic", "Automatic"], ["manual", "Manual"], ["disabled", "Disabled"]]);

/** Services: systemd's on Linux, those of the service manager on Windows; elsewhere, and without systemd, there are none. */
export const win32Service = cimClass<Service>({
  name: "Win32_Service", superClass: "Win32_BaseService", keys: ["Name"], properties,
  async *sources(facts, needs) {
    const manager = managers[facts.machine.platform];
    if (manager === undefined) return;
    for await (const service of manager.list(facts.machine, needs.equals("Name"))) yield { facts, service };
  },
  methods: {
    StartService: acting((manager, machine, service) => manager.start(machine, service)),
    StopService: acting((manager, machine, service) => manager.stop(machine, service)),
    ChangeStartMode: acting((manager, machine, service, input) => {
      const mode = startModes.get((input("StartMode") ?? "").toLowerCase());
      return mode === undefined ? answers.invalid : manager.setStartMode(machine, service, mode);
    }),
    InterrogateService: { call: ({ source }) => returns(source.service.state === "Stopped" ? answers.notActive : answers.accepted) },
    PauseService: notSupported, ResumeService: notSupported, UserControlService: notSupported, Change: notSupported, Delete: notSupported,
    GetSecurityDescriptor: notSupported, SetSecurityDescriptor: notSupported, Create: { ...notSupported, isStatic: true },
  },
});
