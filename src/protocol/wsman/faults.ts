import type { ResponsePrefix } from "./namespaces.js";

/** Whose Action a fault carries. SOAP's own faults travel under the addressing one. */
export type FaultFamily = "wsman" | "addressing" | "transfer" | "enumeration" | "eventing" | "soap";

export interface FaultRow {
  readonly class: "Sender" | "Receiver" | "MustUnderstand" | "VersionMismatch" | "DataEncodingUnknown";
  /** Prefix and local name of the Subcode; absent for the faults of SOAP itself. */
  readonly subcode?: readonly [prefix: ResponsePrefix, name: string];
  readonly family: FaultFamily;
  /** WSManFault Code, unsigned. */
  readonly code: number;
  /** Text for a human when nobody knows more. */
  readonly reason: string;
  /** Last segment of each FaultDetail URI that goes with it, and the code that stands for it. */
  readonly details: Readonly<Record<string, number>>;
}

const none: Readonly<Record<never, number>> = {};

/**
 * One row per fault this host can send. `test/golden/wsman/faults.tsv` holds the same rows, typed a second
 * time from those tables. Names are never reused.
 */
export const faults = {
  // SOAP 1.2 part 1, 5.4.6
  mustUnderstand: { class: "MustUnderstand", family: "soap", code: 0x80338010, details: none, reason: "A header that must be understood is not understood here." },
  versionMismatch: { class: "VersionMismatch", family: "soap", code: 0x8033800d, details: none, reason: "The message is not a SOAP 1.2 envelope." },
  dataEncodingUnknown: { class: "DataEncodingUnknown", family: "soap", code: 0x8033800e, details: none, reason: "The encoding of the message is not known here." },

  // WS-Addressing
  actionNotSupported: { class: "Sender", subcode: ["a", "ActionNotSupported"], family: "addressing", code: 0x80338013, details: none, reason: "The action is not supported by the service, or not by this resource." },
  destinationUnreachable: { class: "Sender", subcode: ["a", "DestinationUnreachable"], family: "addressing", code: 0x80338000, details: { InvalidResourceURI: 0x80338000 }, reason: "No resource is found under this resource URI and these selectors." },
  endpointUnavailable: { class: "Receiver", subcode: ["a", "EndpointUnavailable"], family: "addressing", code: 0x80338014, details: { ResourceOffline: 0x80338014 }, reason: "The resource is there but offline; try again later." },
  invalidMessageInformationHeader: { class: "Sender", subcode: ["a", "InvalidMessageInformationHeader"], family: "addressing", code: 0x8033800f, details: none, reason: "A header of the message has a value that is not valid." },
  messageInformationHeaderRequired: { class: "Sender", subcode: ["a", "MessageInformationHeaderRequired"], family: "addressing", code: 0x80338011, details: none, reason: "A required header is missing from the message." },

  // WS-Management
  accessDenied: { class: "Sender", subcode: ["w", "AccessDenied"], family: "wsman", code: 5, details: none, reason: "The user is not authorized for this operation on this resource." },
  actionMismatch: { class: "Sender", subcode: ["w", "ActionMismatch"], family: "wsman", code: 0x80338031, details: none, reason: "The action of the HTTP message and the action of the envelope differ." },
  alreadyExists: { class: "Sender", subcode: ["w", "AlreadyExists"], family: "wsman", code: 0x80338033, details: none, reason: "The resource that should be created exists already." },
  cannotProcessFragment: { class: "Sender", subcode: ["w", "CannotProcessFilter"], family: "wsman", code: 0x80338122, details: none, reason: "The expression cannot be processed; it is not valid or not of the supported form." },
  concurrency: { class: "Sender", subcode: ["w", "Concurrency"], family: "wsman", code: 0x80338032, details: none, reason: "Another operation on the same resource is in the way." },
  deliveryRefused: { class: "Receiver", subcode: ["w", "DeliveryRefused"], family: "wsman", code: 0x80338034, details: none, reason: "The event was refused and no more are wanted." },
  encodingLimit: {
    class: "Sender", subcode: ["w", "EncodingLimit"], family: "wsman", code: 0x80338035, reason: "A limit on the size or the encoding of messages is exceeded.",
    details: { MinimumEnvelopeLimit: 0x8033807e, MaxEnvelopeSize: 0x80338048, ServiceEnvelopeLimit: 0x80338049, UriLimitExceeded: 0x8033802d, SelectorLimit: 0x8033804a, OptionLimit: 0x8033804b, CharacterSet: 0x8033804c },
  },
  incompatibleEpr: { class: "Sender", subcode: ["w", "IncompatibleEPR"], family: "wsman", code: 0x80338037, details: none, reason: "The endpoint reference has a form that this service does not use." },
  internalError: { class: "Receiver", subcode: ["w", "InternalError"], family: "wsman", code: 0x8007054f, details: none, reason: "The service failed while it processed the request." },
  invalidBatchParameter: { class: "Sender", subcode: ["w", "InvalidBatchParameter"], family: "wsman", code: 0x8033802f, details: none, reason: "A batch parameter is not valid." },
  invalidBody: { class: "Sender", subcode: ["w", "InvalidBody"], family: "wsman", code: 0x80338027, details: none, reason: "The Body of the message is not valid for its action." },
  invalidBookmark: { class: "Sender", subcode: ["w", "InvalidBookmark"], family: "wsman", code: 0x80338038, details: { Expired: 0x80338050, Invalid: 0x80338038, InvalidFormat: 0x80338038 }, reason: "The bookmark is not valid." },
  invalidOptions: { class: "Sender", subcode: ["w", "InvalidOptions"], family: "wsman", code: 0x80338039, details: { NotSupported: 0x80338051, InvalidName: 0x80338052, InvalidValue: 0x80338053 }, reason: "One or more options are not valid." },
  invalidParameter: { class: "Sender", subcode: ["w", "InvalidParameter"], family: "wsman", code: 0x8033803a, details: { TypeMismatch: 0x80338054, InvalidName: 0x80338055, MissingValues: 0x8033803a, InvalidValue: 0x8033803a }, reason: "A parameter of the operation is not valid." },
  invalidProposedId: { class: "Sender", subcode: ["w", "InvalidProposedID"], family: "wsman", code: 0x8033802e, details: none, reason: "The identifier the client proposed cannot be used." },
  invalidResourceUri: { class: "Sender", subcode: ["w", "InvalidResourceURI"], family: "wsman", code: 0x8033803b, details: none, reason: "The resource URI has the wrong form." },
  invalidResumptionContext: { class: "Sender", subcode: ["w", "InvalidResumptionContext"], family: "wsman", code: 0x80338028, details: none, reason: "The context to resume from is not valid or has expired." },
  invalidSelectors: {
    class: "Sender", subcode: ["w", "InvalidSelectors"], family: "wsman", code: 0x8033803d, reason: "The selectors are not valid for the resource.",
    details: { InsufficientSelectors: 0x8033805a, UnexpectedSelectors: 0x8033805b, TypeMismatch: 0x8033805c, InvalidValue: 0x8033805d, AmbiguousSelectors: 0x8033805e, DuplicateSelectors: 0x8033805f },
  },
  invalidSystem: { class: "Sender", subcode: ["w", "InvalidSystem"], family: "wsman", code: 0x8033803c, details: none, reason: "The system named in the request is not valid." },
  metadataRedirect: { class: "Sender", subcode: ["w", "MetadataRedirect"], family: "wsman", code: 0x8033803e, details: none, reason: "The metadata is found at another address." },
  noAck: { class: "Sender", subcode: ["w", "NoAck"], family: "wsman", code: 0x80338030, details: none, reason: "The receiver did not acknowledge the events." },
  quotaLimit: { class: "Sender", subcode: ["w", "QuotaLimit"], family: "wsman", code: 0x8033803f, details: none, reason: "A quota is exhausted; try again later." },
  renameFailure: { class: "Sender", subcode: ["w", "RenameFailure"], family: "wsman", code: 0x80338040, details: none, reason: "The resource cannot get the new name." },
  resumptionNotSupported: { class: "Sender", subcode: ["w", "ResumptionNotSupported"], family: "wsman", code: 0x8033802a, details: none, reason: "Subscriptions cannot be resumed here." },
  resumptionTypeNotSupported: { class: "Sender", subcode: ["w", "ResumptionTypeNotSupported"], family: "wsman", code: 0x8033802b, details: none, reason: "This kind of resumption is not supported." },
  schemaValidationError: { class: "Sender", subcode: ["w", "SchemaValidationError"], family: "wsman", code: 0x80338041, details: none, reason: "The XML of the message does not follow its schema." },
  timedOut: { class: "Receiver", subcode: ["w", "TimedOut"], family: "wsman", code: 0x80338029, details: none, reason: "The operation was not finished within the time that OperationTimeout allows." },
  unsupportedEncoding: { class: "Sender", subcode: ["w", "UnsupportedEncoding"], family: "wsman", code: 0x8033802c, details: none, reason: "The encoding of the message is not supported; use UTF-8 or UTF-16." },
  unsupportedFeature: {
    class: "Sender", subcode: ["w", "UnsupportedFeature"], family: "wsman", code: 0x80338042, reason: "The request uses a feature that is not supported here.",
    details: {
      AddressingMode: 0x80338076, Ack: 0x80338065, AuthorizationMode: 0x80338064, Bookmarks: 0x8033806b, DataLocale: 0x80338087, DeliveryRetries: 0x80338069,
      EnumerationMode: 0x80338086, ExpirationTime: 0x80338017, FilteringRequired: 0x80338070, FormatMismatch: 0x80338072, FormatSecurityToken: 0x80338073,
      FragmentLevelAccess: 0x80338077, Heartbeats: 0x8033806a, InsecureAddress: 0x80338071, Locale: 0x80338087, MaxElements: 0x8033806c, MaxEnvelopePolicy: 0x8033806f,
      MaxEnvelopeSize: 0x8033806e, MaxTime: 0x8033806d, OperationTimeout: 0x80338066, OptionSet: 0x803380a6, Rename: 0x80338042,
    },
  },
  uriLimit: { class: "Sender", subcode: ["w", "UriLimit"], family: "wsman", code: 0x8033802d, details: none, reason: "The URI is longer than the service accepts." },

  // CIM binding
  polymorphismModeNotSupported: { class: "Sender", subcode: ["b", "PolymorphismModeNotSupported"], family: "wsman", code: 0x80338137, details: none, reason: "The polymorphism mode is not supported." },
  invalidSelectorForNamedInstance: { class: "Sender", subcode: ["b", "InvalidSelectorForNamedInstance"], family: "wsman", code: 0x8033803d, details: none, reason: "A selector does not belong to the named instance." },

  // WS-Transfer
  invalidRepresentation: {
    class: "Sender", subcode: ["x", "InvalidRepresentation"], family: "transfer", code: 0x80338015, reason: "The representation in the Body is not valid for this resource.",
    details: { InvalidValues: 0x80338056, MissingValues: 0x80338057, InvalidNamespace: 0x80338058, InvalidFragment: 0x80338059 },
  },

  // WS-Enumeration
  cannotProcessFilter: { class: "Sender", subcode: ["n", "CannotProcessFilter"], family: "enumeration", code: 0x8033801a, details: none, reason: "The filter cannot be processed; it is missing or not valid." },
  enumerationInvalidExpirationTime: { class: "Sender", subcode: ["n", "InvalidExpirationTime"], family: "enumeration", code: 0x80338016, details: none, reason: "The expiration time of the enumeration is not valid." },
  enumerationTimedOut: { class: "Receiver", subcode: ["n", "TimedOut"], family: "enumeration", code: 0x8033801c, details: none, reason: "No items were there within MaxTime; the enumeration goes on." },
  enumerationUnableToRenew: { class: "Receiver", subcode: ["n", "UnableToRenew"], family: "enumeration", code: 0x8033801d, details: none, reason: "The enumeration cannot be renewed." },
  filterDialectRequestedUnavailable: { class: "Sender", subcode: ["n", "FilterDialectRequestedUnavailable"], family: "enumeration", code: 0x80338019, details: none, reason: "The resource does not filter with this dialect." },
  filteringNotSupported: { class: "Sender", subcode: ["n", "FilteringNotSupported"], family: "enumeration", code: 0x80338018, details: none, reason: "The resource does not filter." },
  invalidEnumerationContext: { class: "Receiver", subcode: ["n", "InvalidEnumerationContext"], family: "enumeration", code: 0x8033801b, details: none, reason: "The enumeration context is not valid: finished, released, expired or never given out. Enumerate again." },

  // WS-Eventing
  deliveryFailure: { class: "Receiver", subcode: ["e", "DeliveryFailure"], family: "eventing", code: 0x8033809c, details: none, reason: "The events could not be delivered." },
  deliveryModeRequestedUnavailable: { class: "Sender", subcode: ["e", "DeliveryModeRequestedUnavailable"], family: "eventing", code: 0x8033801e, details: none, reason: "The delivery mode is not available." },
  eventSourceUnableToProcess: { class: "Receiver", subcode: ["e", "EventSourceUnableToProcess"], family: "eventing", code: 0x80338023, details: { UnusableAddress: 0x80338095 }, reason: "The event source cannot process the subscription." },
  eventingCannotProcessFilter: { class: "Sender", subcode: ["e", "CannotProcessFilter"], family: "eventing", code: 0x80338122, details: none, reason: "The filter of the subscription cannot be processed." },
  eventingFilteringNotSupported: { class: "Sender", subcode: ["e", "FilteringNotSupported"], family: "eventing", code: 0x80338021, details: none, reason: "The event source does not filter." },
  eventingInvalidExpirationTime: { class: "Sender", subcode: ["e", "InvalidExpirationTime"], family: "eventing", code: 0x8033801f, details: none, reason: "The expiration time of the subscription is not valid." },
  eventingUnableToRenew: { class: "Receiver", subcode: ["e", "UnableToRenew"], family: "eventing", code: 0x80338024, details: none, reason: "The subscription cannot be renewed." },
  filteringRequestedUnavailable: { class: "Sender", subcode: ["e", "FilteringRequestedUnavailable"], family: "eventing", code: 0x80338022, details: none, reason: "The event source does not filter with this dialect." },
  invalidMessage: { class: "Sender", subcode: ["e", "InvalidMessage"], family: "eventing", code: 0x80338025, details: none, reason: "The eventing message has content that is unknown or not valid." },
  sourceCancelling: { class: "Receiver", subcode: ["e", "SourceCancelling"], family: "eventing", code: 0x8033809e, details: none, reason: "The event source ended the subscription." },
  sourceShuttingDown: { class: "Receiver", subcode: ["e", "SourceShuttingDown"], family: "eventing", code: 0x8033809b, details: none, reason: "The event source is shutting down." },
  unsupportedExpirationType: { class: "Sender", subcode: ["e", "UnsupportedExpirationType"], family: "eventing", code: 0x80338020, details: none, reason: "The expiration has a type that is not supported; use a duration." },
} as const satisfies Record<string, FaultRow>;

/** What a fault is called in this house; nobody types fault words anywhere else. */
export type FaultName = keyof typeof faults;

/** Code of a fault: that of its detail when it has one, else the row's. Does not look at `Fault.code`. */
export function codeOf(name: FaultName, detail: string | undefined): number {
  const row: FaultRow = faults[name];
  return detail !== undefined && Object.hasOwn(row.details, detail) ? row.details[detail]! : row.code;
}
