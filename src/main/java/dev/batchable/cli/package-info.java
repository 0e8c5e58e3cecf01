/// Options, streams and exit codes; the only package that knows picocli, `System.out` and `System.err`.
@NullMarked
package dev.batchable.cli;

import org.jspecify.annotations.NullMarked;
