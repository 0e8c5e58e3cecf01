package dev.batchable.sample;

import dev.batchable.sample.SampleCall.Marks;
import dev.batchable.sample.SampleCall.Times;
import java.time.Instant;
import java.time.LocalDate;
import java.util.OptionalLong;

/// Calls with pictures. They go through a small proxy of the company's own, past the gateway.
final class VisionWork {
    private static final SampleCaller PHOTOS =
            SampleCaller.named("photo-tagger", "catalog", "").retrying(2);
    private static final SampleCaller BARCODES = SampleCaller.named("barcode-lookup", "shop", "");

    private final Traffic traffic;

    VisionWork(Traffic traffic) {
        this.traffic = traffic;
    }

    void run() {
        tagPhotos();
        lookUpBarcodes();
    }

    /// Suppliers' photos, twenty a call, whenever the worker looks: every half hour.
    private void tagPhotos() {
        Dice dice = new Dice("photo-tagger");
        for (LocalDate day : SampleMonth.days()) {
            for (int look = 0; look < 48; look++) {
                Instant next = SampleMonth.utc(day, look / 2, look % 2 * 30).plusMillis(dice.between(50, 1_500));
                for (int call = dice.weighted(3, 5, 3, 1); call > 0; call--) {
                    Times times = new Times(next, dice.around(14_000, 0.25), OptionalLong.empty());
                    TokenCount tokens = TokenCount.of(dice.around(31_000, 0.2), dice.around(2_400, 0.2));
                    next = traffic.send(
                            SampleCall.of(PHOTOS, SampleModel.HAIKU, times, tokens, Marks.unknownCaller(dice)), dice);
                    next = next.plusMillis(dice.between(100, 700));
                }
            }
        }
    }

    /// A customer in a shop holds a product before the camera.
    private void lookUpBarcodes() {
        Dice dice = new Dice("barcode-lookup");
        for (LocalDate day : SampleMonth.days()) {
            int lookups = SampleMonth.isWeekend(day) ? dice.between(26, 34) : dice.between(14, 22);
            for (int lookup = 0; lookup < lookups; lookup++) {
                Times times = new Times(
                        SampleMonth.moment(day, SampleMonth.SHOPPING, dice),
                        dice.around(1_300, 0.3),
                        OptionalLong.empty());
                TokenCount tokens = TokenCount.of(dice.around(26_000, 0.1), dice.around(60, 0.3));
                traffic.send(
                        SampleCall.of(BARCODES, SampleModel.GPT_4O_MINI, times, tokens, Marks.unknownCaller(dice)),
                        dice);
            }
        }
    }
}
