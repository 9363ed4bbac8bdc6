package dev.migrator.result;

import java.util.List;

import dev.migrator.autogenerate.ModelDifferences;
import org.jspecify.annotations.Nullable;

/**
 * What a check found.
 *
 * @param findings what is not as it should be
 * @param model what was found between the database and the model, or {@code null} if the
 * two were not compared
 */
public record CheckResult(List<Finding> findings, @Nullable ModelDifferences model) {

	public CheckResult {
		findings = List.copyOf(findings);
	}

}
