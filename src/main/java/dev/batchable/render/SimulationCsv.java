package dev.batchable.render;

import dev.batchable.simulate.Simulation;
import dev.batchable.simulate.Simulation.QueueHour;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

/// The queue of every workload by the hour in the first run, for plotting (RFC 4180, UTF-8). Hours in which
/// nothing comes, ends or waits have no row.
final class SimulationCsv implements SimulationRenderer {
    private static final String END_OF_RECORD = "\r\n";
    private static final String HEAD = "hour,workload,arrived,completed,fellBack,waiting,waitingTokens,oldestSeconds";

    @Override
    public void render(Simulation simulation, int width, OutputStream out) throws IOException {
        StringBuilder csv = new StringBuilder(HEAD).append(END_OF_RECORD);
        simulation.hours().forEach(hour -> csv.append(row(hour)).append(END_OF_RECORD));
        out.write(csv.toString().getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static String row(QueueHour hour) {
        Instant start = Instant.EPOCH.plus(Duration.ofHours(hour.hour()));
        return start + "," + CsvCell.of(hour.workload()).text() + "," + hour.arrived() + "," + hour.completed() + ","
                + hour.fellBack() + "," + hour.waiting() + "," + hour.waitingTokens() + "," + hour.oldestSeconds();
    }
}
