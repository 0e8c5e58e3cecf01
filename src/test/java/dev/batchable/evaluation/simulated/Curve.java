package dev.batchable.evaluation.simulated;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;

/// How the arrivals of independent people are spread over a day.
///
/// Within an hour they form a Poisson process whose rate varies from hour to hour by a gamma factor, as the
/// rates of production clients do (ServeGen, <https://arxiv.org/abs/2505.09999>). Two office peaks, a dip at
/// noon and weekends at half or a third are what BurstGPT (<https://arxiv.org/abs/2401.17644>) shows of
/// conversations and Azure's public traces of code; the rest is assumed.
///
/// @param hours weight of each hour of the day
/// @param weekend rate of a day at the weekend ÷ that of a working day
record Curve(List<Double> hours, double weekend) {
    static final Curve OFFICE = of(0.1, 9, 0.6, 10, 1, 11, 1, 12, 0.5, 13, 0.8, 14, 1, 15, 1, 16, 0.9, 17, 0.5, 18, 0);
    static final Curve CONSUMERS =
            of(0.5, 0, 0.1, 6, 0.3, 8, 0.7, 10, 1, 12, 0.7, 13, 0.9, 18, 0.8, 20, 0.9, 22, 0.6, 23, 0.3);
    static final Curve ALWAYS = of(1, 0, 1);
    static final Curve NIGHT = of(1, 0, 1, 6, 0, 22, 1);
    private static final double RATE_SPREAD = 0.2;

    Curve {
        hours = List.copyOf(hours);
    }

    /// From each hour on, the weight after it; before the first, nothing.
    private static Curve of(double weekend, double... steps) {
        List<Double> hours = new ArrayList<>();
        for (int hour = 0; hour < 24; hour++) {
            double weight = 0;
            for (int i = 0; i + 1 < steps.length; i += 2) {
                weight = steps[i] <= hour ? steps[i + 1] : weight;
            }
            hours.add(weight);
        }
        return new Curve(hours, weekend);
    }

    /// The same people in two zones, so many hours apart.
    Curve andShifted(int by) {
        return new Curve(
                IntStream.range(0, 24)
                        .mapToObj(hour -> hours.get(hour) + hours.get(Math.floorMod(hour - by, 24)))
                        .toList(),
                weekend);
    }

    /// Only between these hours.
    Curve between(int from, int to) {
        return new Curve(
                IntStream.range(0, 24)
                        .mapToObj(hour -> hour >= from && hour < to ? hours.get(hour) : 0.0)
                        .toList(),
                weekend);
    }

    /// Hands over the time of every arrival.
    ///
    /// @param aDay mean number on a working day in a log of medium size
    void arrivals(Scene scene, double aDay, LongConsumer arrival) {
        double sum = hours.stream().mapToDouble(Double::doubleValue).sum();
        scene.days().forEach(day -> {
            double today = aDay * scene.size().volume() * (day % 7 < 5 ? 1 : weekend);
            for (int hour = 0; hour < 24; hour++) {
                double mean = today * hours.get(hour) / sum * scene.dice().gamma(RATE_SPREAD);
                for (long left = scene.dice().poisson(mean); left > 0; left--) {
                    arrival.accept(scene.at(day, hour) + scene.dice().below(Scene.HOUR));
                }
            }
        });
    }
}
