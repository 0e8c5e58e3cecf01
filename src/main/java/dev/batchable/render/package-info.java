/// One package-private class per output; [Renderers] lists them. Writes what the report says and decides
/// nothing.
@NullMarked
package dev.batchable.render;

import org.jspecify.annotations.NullMarked;
