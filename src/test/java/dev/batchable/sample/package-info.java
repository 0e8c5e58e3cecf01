/// Generates `samples/`: a month of an invented company. Entry point: [SampleCompany].
@NullMarked
package dev.batchable.sample;

import org.jspecify.annotations.NullMarked;
