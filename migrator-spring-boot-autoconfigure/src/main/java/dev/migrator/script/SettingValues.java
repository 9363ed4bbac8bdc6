package dev.migrator.script;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.migrator.internal.schema.Setting;
import dev.migrator.operation.AlterSetting;
import dev.migrator.operation.Directive;
import dev.migrator.operation.Existing;
import dev.migrator.schema.InvalidDefinitionException;
import org.jspecify.annotations.Nullable;

/**
 * The settings that are said of something, in the order in which they are said.
 */
final class SettingValues {

	private final Map<Setting, @Nullable String> values = new LinkedHashMap<>();

	void say(Setting setting, @Nullable String value) {
		if (this.values.containsKey(setting)) {
			throw new InvalidDefinitionException("The %s is said twice.".formatted(setting),
					"Leave one out: only the last would count.");
		}
		this.values.put(setting, value);
	}

	/**
	 * The directives that make these of what they were.
	 */
	List<Directive> changes(SettingValues was) {
		was.values.keySet().stream().filter((setting) -> !this.values.containsKey(setting)).forEach((setting) -> {
			throw new InvalidDefinitionException(
					"It is said what the %s was, and not that it changes.".formatted(setting),
					"Say what it becomes, or leave it out.");
		});
		List<Directive> changes = new ArrayList<>();
		this.values.forEach((setting, value) -> changes.add(new AlterSetting(setting, value, was.of(setting))));
		return changes;
	}

	private Existing<String> of(Setting setting) {
		return this.values.containsKey(setting) ? Existing.known(this.values.get(setting)) : Existing.unknown();
	}

}
