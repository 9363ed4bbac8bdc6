package dev.migrator.autoconfigure;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The metadata of the configuration properties that the build made for this module.
 */
public final class ConfigurationMetadata {

	private final JsonNode metadata;

	private ConfigurationMetadata(JsonNode metadata) {
		this.metadata = metadata;
	}

	public static ConfigurationMetadata read() {
		try {
			for (URL url : Collections.list(ConfigurationMetadata.class.getClassLoader()
				.getResources("META-INF/spring-configuration-metadata.json"))) {
				try (InputStream stream = url.openStream()) {
					ConfigurationMetadata metadata = new ConfigurationMetadata(JsonMapper.shared().readTree(stream));
					if (metadata.groups().contains("migrator")) {
						return metadata;
					}
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		throw new AssertionError("no metadata");
	}

	Set<String> groups() {
		return this.metadata.path("groups")
			.valueStream()
			.map((group) -> group.path("name").asString(""))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	public Map<String, JsonNode> properties() {
		Map<String, JsonNode> properties = new TreeMap<>();
		this.metadata.path("properties")
			.forEach((property) -> properties.put(property.path("name").asString(""), property));
		return properties;
	}

	Map<String, List<String>> hints() {
		Map<String, List<String>> hints = new TreeMap<>();
		this.metadata.path("hints")
			.forEach((hint) -> hints.put(hint.path("name").asString(""),
					hint.path("values").valueStream().map((value) -> value.path("value").asString("")).toList()));
		return hints;
	}

	/**
	 * The default as it is written in a file of properties, or an empty text.
	 */
	public static String defaultValue(JsonNode property) {
		JsonNode value = property.path("defaultValue");
		return value.isArray() ? value.valueStream().map(JsonNode::asString).collect(Collectors.joining(","))
				: value.asString("");
	}

	/**
	 * The class of a type, or {@code Object} if it has arguments.
	 */
	static Class<?> type(String name) {
		try {
			return Class.forName(name);
		}
		catch (ClassNotFoundException ex) {
			return Object.class;
		}
	}

}
