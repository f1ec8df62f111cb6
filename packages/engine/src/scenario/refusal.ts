/** Why a scenario cannot be answered. Never leaves this folder: it is returned as a reason, or thrown as a CodedError. */
export class ScenarioRefusal extends Error {}
