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
 * Collects the settings of an object, in the order of the calls.
 */
final class SettingValues {

	private final Map<Setting, @Nullable String> values = new LinkedHashMap<>();

	void say(Setting setting, @Nullable String value) {
		if (this.values.containsKey(setting)) {
			throw new InvalidDefinitionException("The %s is given twice.".formatted(setting),
					"Leave one out: only the last would count.");
		}
		this.values.put(setting, value);
	}

	/**
	 * Returns the directives that lead from the old settings to these.
	 */
	List<Directive> changes(SettingValues was) {
		was.values.keySet().stream().filter((setting) -> !this.values.containsKey(setting)).forEach((setting) -> {
			throw new InvalidDefinitionException("The old value of the %s is given, but no new one.".formatted(setting),
					"Give the new one, or leave out the old one.");
		});
		List<Directive> changes = new ArrayList<>();
		this.values.forEach((setting, value) -> changes.add(new AlterSetting(setting, value, was.of(setting))));
		return changes;
	}

	private Existing<String> of(Setting setting) {
		return this.values.containsKey(setting) ? Existing.known(this.values.get(setting)) : Existing.unknown();
	}

}
