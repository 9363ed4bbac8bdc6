package dev.migrator.testing.property;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class RunningMethodTests {

	@Test
	void isTheMethodThatCallsThroughWhateverOthers() {
		List<RunningMethod> found = new ArrayList<>();

		List.of(1).forEach((number) -> found.add(indirectly()));

		assertThat(found)
			.containsExactly(new RunningMethod(RunningMethodTests.class, "isTheMethodThatCallsThroughWhateverOthers"));
	}

	@ParameterizedTest
	@ValueSource(ints = 1)
	void mayHaveParameters(int number) {
		assertThat(RunningMethod.find().method()).isEqualTo("mayHaveParameters");
	}

	@Test
	void isNoneInAnotherThread() throws InterruptedException {
		List<Throwable> thrown = new ArrayList<>();
		Thread thread = new Thread(() -> {
			try {
				RunningMethod.find();
			}
			catch (IllegalStateException ex) {
				thrown.add(ex);
			}
		});
		thread.start();
		thread.join();

		assertThat(thrown).hasSize(1);
		assertThatIllegalStateException().isThrownBy(() -> {
			throw thrown.get(0);
		}).withMessageStartingWith("No test method");
	}

	private static RunningMethod indirectly() {
		return RunningMethod.find();
	}

	@Nested
	class Inner {

		@Test
		void isNamedAsOneRunsIt() {
			assertThat(RunningMethod.find()).hasToString("RunningMethodTests$Inner#isNamedAsOneRunsIt");
		}

	}

}
