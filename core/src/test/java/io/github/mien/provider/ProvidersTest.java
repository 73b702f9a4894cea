package io.github.mien.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.helpers.MessageFormatter;

class ProvidersTest {
  private static final Providers.Kind KIND =
      new Providers.Kind("engine", "mien.test.engine", "Put mien-engine on the class path.");
  private static final Fake FAST = new Fake("fast", 100, true, "version 2");
  private static final Fake SLOW = new Fake("slow", 1, true, "version 1");
  private static final Fake BROKEN =
      new Fake("broken", 1000, false, "no library for this machine; use another.");

  @AfterEach
  void forgetProperty() {
    System.clearProperty(KIND.property());
  }

  @Test
  void preferredIsTheAvailableOneWithTheHighestPriority() {
    Providers<Fake> providers = Providers.of(KIND, List.of(SLOW, BROKEN, FAST));

    assertThat(providers.list()).containsExactly(BROKEN, FAST, SLOW);
    assertThat(providers.choose()).isSameAs(FAST);
  }

  @Test
  void systemPropertyBeatsPriority() {
    System.setProperty(KIND.property(), "slow");

    assertThat(Providers.of(KIND, List.of(FAST, SLOW)).choose()).isSameAs(SLOW);
  }

  @Test
  void explicitNameBeatsSystemProperty() {
    System.setProperty(KIND.property(), "slow");

    assertThat(Providers.of(KIND, List.of(FAST, SLOW)).choose("fast")).isSameAs(FAST);
  }

  @Test
  void namedProviderThatCannotRunIsRefusedWithItsReason() {
    Providers<Fake> providers = Providers.of(KIND, List.of(FAST, BROKEN));

    assertThatThrownBy(() -> providers.choose("broken"))
        .isInstanceOf(UnavailableException.class)
        .hasMessageContaining("broken")
        .hasMessageContaining("no library for this machine; use another.");
    System.setProperty(KIND.property(), "broken");
    assertThatThrownBy(providers::choose)
        .isInstanceOf(UnavailableException.class)
        .hasMessageContaining("system property mien.test.engine");
  }

  @Test
  void unknownNameIsRefusedWithThoseThatAreThere() {
    assertThatThrownBy(() -> Providers.of(KIND, List.of(SLOW, FAST)).choose("tpu"))
        .isInstanceOf(UnavailableException.class)
        .hasMessageContaining("tpu")
        .hasMessageContaining("fast, slow");
  }

  @Test
  void noProviderAtAllSaysWhatToAdd() {
    Providers<Fake> none = Providers.of(KIND, List.of());

    assertThatThrownBy(none::choose).hasMessageContaining("Put mien-engine on the class path");
    assertThatThrownBy(() -> none.choose("turbo"))
        .hasMessageContaining("Put mien-engine on the class path");
    assertThatThrownBy(() -> Providers.of(KIND, List.of(BROKEN)).choose())
        .hasMessageContaining("no library for this machine");
  }

  @Test
  void choiceIsLoggedForDebuggingAndDowngradeWarnedOfOnceWithItsCause() {
    List<String> lines = new ArrayList<>();
    Logger log = recording(lines);

    new Providers<>(KIND, List.of(FAST, SLOW), log).choose();
    assertThat(lines).containsExactly("debug The engine is fast: version 2");

    lines.clear();
    new Providers<>(KIND, List.of(BROKEN, SLOW), log).choose();
    assertThat(lines)
        .containsExactly(
            "warn The engine broken cannot run here: no library for this machine; use another."
                + " Falling back to slow.",
            "debug The engine is slow: version 1");
  }

  private static Logger recording(List<String> lines) {
    return (Logger)
        Proxy.newProxyInstance(
            Logger.class.getClassLoader(),
            new Class<?>[] {Logger.class},
            (proxy, method, arguments) -> {
              Object[] values = Arrays.copyOfRange(arguments, 1, arguments.length);
              Object[] flat = values[0] instanceof Object[] array ? array : values;
              lines.add(
                  method.getName()
                      + " "
                      + MessageFormatter.arrayFormat((String) arguments[0], flat).getMessage());
              return null;
            });
  }

  @Test
  void brokenProviderIsLeftOut() {
    Iterator<Fake> found =
        new Iterator<>() {
          private final Iterator<Fake> rest = List.of(SLOW, FAST).iterator();
          private boolean failed;

          @Override
          public boolean hasNext() {
            return rest.hasNext();
          }

          @Override
          public Fake next() {
            if (!failed) {
              failed = true;
              throw new ServiceConfigurationError("its class is missing");
            }
            return rest.next();
          }
        };

    assertThat(Providers.load(KIND, found).list()).containsExactly(FAST, SLOW);
  }

  private record Fake(String name, int priority, boolean available, String detail)
      implements Provider {

    @Override
    public Availability probe() {
      return new Availability(available, detail);
    }
  }
}
