package dev.migrator.actuate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Shows nulls in JSON. Spring Boot's mapper for endpoints leaves them out, in maps too,
 * and a key that is only sometimes present misleads readers. An empty {@link Optional} is
 * written as {@code null}.
 */
final class ShownNulls {

	private ShownNulls() {
	}

	static Map<String, Object> in(Map<?, ?> map) {
		Map<String, Object> shown = new LinkedHashMap<>();
		map.forEach((key, value) -> shown.put(String.valueOf(key), shown(value)));
		return shown;
	}

	private static Object shown(@Nullable Object value) {
		if (value instanceof Map<?, ?> map) {
			return in(map);
		}
		if (value instanceof List<?> list) {
			return list.stream().map(ShownNulls::shown).toList();
		}
		return (value != null) ? value : Optional.empty();
	}

}
