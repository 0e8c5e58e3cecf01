package dev.batchable.profile;

/// When a workload asked one model synchronously, calls of the batch tier left out: what counts against rate limits
/// and what meets a provider's incidents.
///
/// @param series calls per slot, as fine as the whole [Activity]
/// @param prompts of single calls that were answered
/// @param strain calls that met a limit or needed several attempts, by the same slots
public record ModelActivity(Series series, Strain strain, Accounts accounts, PromptSizes prompts) {}
