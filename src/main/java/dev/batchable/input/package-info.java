/// Named bytes, decompressed by magic number, read as rows and handed over as records **and problems**. Entry
/// point: [Reading]. The only package that knows univocity and streaming Jackson; knows no single format.
@NullMarked
package dev.batchable.input;

import org.jspecify.annotations.NullMarked;
