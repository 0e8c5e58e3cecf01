/// One final class per billing format and one line each in [BillingFormats].
@NullMarked
package dev.batchable.input.billing;

import org.jspecify.annotations.NullMarked;
