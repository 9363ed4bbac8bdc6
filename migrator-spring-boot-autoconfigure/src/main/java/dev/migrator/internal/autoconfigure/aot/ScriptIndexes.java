package dev.migrator.internal.autoconfigure.aot;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.migrator.Migrator;
import dev.migrator.internal.script.SqlScriptReader;
import dev.migrator.internal.script.text.PackedFolder;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.aot.BeanFactoryInitializationAotContribution;
import org.springframework.beans.factory.aot.BeanFactoryInitializationAotProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.util.StringUtils;

/**
 * Packs an index of many scripts into the jar of the application, so that no start has to
 * read them all.
 */
class ScriptIndexes implements BeanFactoryInitializationAotProcessor {

	@Override
	public @Nullable BeanFactoryInitializationAotContribution processAheadOfTime(
			ConfigurableListableBeanFactory beanFactory) {
		if (beanFactory.getBeanNamesForType(Migrator.class, true, false).length == 0) {
			return null;
		}
		List<String> locations = ConfiguredHints.properties(beanFactory).getLocations();
		Map<String, byte[]> indexes = indexes(locations, beanFactory.getBeanClassLoader());
		return indexes.isEmpty() ? null : (generation, code) -> indexes.forEach((path,
				content) -> generation.getGeneratedFiles().addResourceFile(path, new ByteArrayResource(content)));
	}

	private static Map<String, byte[]> indexes(List<String> locations, @Nullable ClassLoader classLoader) {
		SqlScriptReader reader = new SqlScriptReader(new DefaultResourceLoader(classLoader));
		Map<String, byte[]> indexes = new TreeMap<>();
		for (String location : locations) {
			String folder = ConfiguredHints.inClassPath(location, true);
			if (folder != null) {
				reader.index(location)
					.ifPresent((content) -> indexes
						.put(StringUtils.trimTrailingCharacter(folder, '/') + "/" + PackedFolder.INDEX, content));
			}
		}
		return indexes;
	}

}
