package dev.batchable.profile;

import static dev.batchable.profile.Profiles.names;
import static dev.batchable.profile.Profiles.settings;
import static dev.batchable.record.SampleCall.call;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.batchable.policy.GateLimits;
import dev.batchable.policy.Policy;
import dev.batchable.profile.GroupKey.By;
import dev.batchable.profile.WorkloadKey.CallerSource;
import dev.batchable.record.Caller;
import dev.batchable.record.SampleCall;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallerNamesTest {
    private static SampleCall everything() {
        return call().workload("tagged")
                .key("alias")
                .service("service")
                .project("project", "team")
                .keyId("sk-1");
    }

    @Test
    void takesTheFirstThatACallTells() {
        assertThat(names(settings(), everything())).containsExactly("tagged 1");
        Caller all = everything().build().caller();
        assertThat(names(settings(), without(all, 1))).containsExactly("alias 1");
        assertThat(names(settings(), without(all, 2))).containsExactly("service 1");
        assertThat(names(settings(), without(all, 3))).containsExactly("project 1");
    }

    private static SampleCall without(Caller caller, int highest) {
        return call().caller(new Caller(
                Optional.empty(),
                highest < 2 ? caller.keyAlias() : Optional.of(" "),
                caller.keyId(),
                highest < 3 ? caller.service() : Optional.empty(),
                caller.project(),
                caller.team(),
                Optional.empty(),
                List.of()));
    }

    /// The first eight digits of `printf 'batchable\0sk-1' | sha256sum`, and the same with `pepper`.
    @Test
    void showsAKeyWithoutAliasAsASaltedHash() {
        assertThat(names(settings(), call().keyId("sk-1"))).containsExactly("key-" + SHA_OF_SK_1 + " 1");
        Policy salted = new Policy(
                Optional.empty(),
                ZoneOffset.UTC,
                Optional.of("pepper"),
                List.of(),
                List.of(),
                List.of(),
                GateLimits.NONE,
                List.of());
        ProfileSettings secret = new ProfileSettings(ZoneOffset.UTC, salted, List.of(), Profiles.FLAT);
        assertThat(names(secret, call().keyId("sk-1"))).containsExactly("key-" + SHA_OF_PEPPERED_SK_1 + " 1");
    }

    private static final String SHA_OF_SK_1 = "df57d392";
    private static final String SHA_OF_PEPPERED_SK_1 = "bcc717cf";

    @ParameterizedTest
    @ValueSource(strings = {"workload:search", "feature=search", "use_case: search"})
    void findsAnExplicitTagAmongTheTags(String tag) {
        assertThat(names(settings(), call().key("alias").tags("User-Agent: curl/8", "env:prod", tag)))
                .containsExactly("search 1");
    }

    @Test
    void takesNoOtherTagForACaller() {
        assertThat(names(settings(), call().tags("User-Agent: curl/8", "prod")))
                .containsExactly("(unattributed) openai/gpt-4.1/chat 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"litellm_proxy_master_key", "default_user_id", ""})
    void takesASharedDefaultForNoCaller(String nobody) {
        assertThat(names(settings(), call().key(nobody).keyId(nobody)))
                .containsExactly("(unattributed) openai/gpt-4.1/chat 1");
        assertThat(names(settings(), call().key(nobody).service("billing"))).containsExactly("billing 1");
    }

    @Test
    void groupsByKeysInsteadWhereAsked() {
        ProfileSettings byTeamAndModel = settings(ZoneOffset.UTC, List.of(GroupKey.of(By.TEAM), GroupKey.of(By.MODEL)));
        Profile profile = Profiles.of(byTeamAndModel, everything(), call().key("alias"), call().withoutModel());
        assertThat(names(profile)).containsExactly("(unattributed) openai/?/chat 1", "?/gpt-4.1 1", "team/gpt-4.1 1");
        assertThat(profile.workloads().get(1).key().source()).isEqualTo(CallerSource.GROUP_BY);
    }

    @Test
    void groupsByEveryKeyThereIs() {
        SampleCall call = everything().userAgent("curl/8").tags("env:prod");
        assertThat(grouped("key", call)).isEqualTo("alias");
        assertThat(grouped("project", call)).isEqualTo("project");
        assertThat(grouped("service", call)).isEqualTo("service");
        assertThat(grouped("user_agent", call)).isEqualTo("curl/8");
        assertThat(grouped("provider", call)).isEqualTo("openai");
        assertThat(grouped("workload", call)).isEqualTo("tagged");
        assertThat(grouped("tag:env", call)).isEqualTo("prod");
        assertThat(grouped("key", call().keyId("sk-1"))).isEqualTo("key-" + SHA_OF_SK_1);
    }

    private static String grouped(String key, SampleCall call) {
        return Profiles.of(settings(ZoneOffset.UTC, List.of(GroupKey.parse(key))), call)
                .workloads()
                .get(0)
                .key()
                .caller();
    }

    @Test
    void refusesAnUnknownGroupKeyAndNamesTheOthers() {
        assertThatThrownBy(() -> GroupKey.parse("colour"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'colour'")
                .hasMessageContaining("team, project")
                .hasMessageContaining("tag:NAME");
        assertThatThrownBy(() -> GroupKey.parse("tag:")).isInstanceOf(IllegalArgumentException.class);
    }
}
