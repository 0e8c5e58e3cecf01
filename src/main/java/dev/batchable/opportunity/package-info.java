/// Money beside the savings: what a prompt cache, a cache of results or a smaller model could save at most, and
/// what nobody is seen to have put on the realtime tier. In no total. See `docs/opportunities.md`.
@NullMarked
package dev.batchable.opportunity;

import org.jspecify.annotations.NullMarked;
