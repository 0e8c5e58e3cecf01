/// One final class per request-log format and one line each in [LogFormats]. A flat format is data: field to
/// path.
@NullMarked
package dev.batchable.input.format;

import org.jspecify.annotations.NullMarked;
