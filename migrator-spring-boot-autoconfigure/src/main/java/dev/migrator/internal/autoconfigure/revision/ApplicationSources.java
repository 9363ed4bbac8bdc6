package dev.migrator.internal.autoconfigure.revision;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import dev.migrator.autoconfigure.properties.MigratorConfigurationException;
import dev.migrator.autoconfigure.properties.MigratorProperties;
import dev.migrator.autoconfigure.properties.NewScriptsProperties;
import dev.migrator.internal.script.project.Project;
import dev.migrator.internal.script.writing.WritingSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.boot.system.ApplicationHome;
import org.springframework.util.ClassUtils;

/**
 * Finds the sources of the application, and the settings for writing new scripts into
 * them.
 */
public final class ApplicationSources {

	private final MigratorProperties properties;

	private final ConfigurableListableBeanFactory beanFactory;

	public ApplicationSources(MigratorProperties properties, ConfigurableListableBeanFactory beanFactory) {
		this.properties = properties;
		this.beanFactory = beanFactory;
	}

	public WritingSettings settings() {
		List<String> application = AutoConfigurationPackages.has(this.beanFactory)
				? AutoConfigurationPackages.get(this.beanFactory) : List.of();
		List<String> packages = this.properties.getPackages().isEmpty() ? application : this.properties.getPackages();
		NewScriptsProperties scripts = this.properties.getNewScripts();
		return WritingSettings.builder()
			.fileTemplate(scripts.getFileTemplate())
			.zone(scripts.getZone())
			.slugLength(scripts.getSlugLength())
			.sqlTemplate(scripts.getSqlTemplate())
			.javaTemplate(scripts.getJavaTemplate())
			.hooks(scripts.getHooks())
			.javaPackage(scripts.getJavaPackage())
			.firstPackage(firstPackage(application))
			.packages(packages)
			.build();
	}

	/**
	 * Returns a package of their own for new Java revisions, unless the packages are
	 * configured.
	 */
	private @Nullable String firstPackage(List<String> application) {
		if (!this.properties.getPackages().isEmpty()) {
			return this.properties.getPackages().get(0);
		}
		return application.isEmpty() ? null : application.get(0) + ".revisions";
	}

	/**
	 * Returns the configured project, or the one in which the class of the application
	 * was built.
	 */
	public Optional<Project> project() {
		if (this.properties.getNewScripts().getProjectDirectory() == null) {
			return Project.find(classes(), Path.of(""));
		}
		Path configured = Path.of(this.properties.getNewScripts().getProjectDirectory());
		if (!Files.isDirectory(configured)) {
			throw MigratorConfigurationException.noProject(configured);
		}
		return Optional.of(new Project(configured));
	}

	private @Nullable Path classes() {
		for (String name : this.beanFactory.getBeanNamesForAnnotation(SpringBootConfiguration.class)) {
			Class<?> type = this.beanFactory.getType(name, false);
			File source = (type != null) ? new ApplicationHome(ClassUtils.getUserClass(type)).getSource() : null;
			if (source != null) {
				return source.toPath();
			}
		}
		return null;
	}

}
