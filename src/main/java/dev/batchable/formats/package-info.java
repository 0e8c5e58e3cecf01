/// What can be read, and what a file is and tells: [KnownFormats], [Inspector].
@NullMarked
package dev.batchable.formats;

import org.jspecify.annotations.NullMarked;
