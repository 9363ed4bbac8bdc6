package org.springframework.samples.pet;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Code of an application in a package whose name begins as those of Spring do, as in the
 * samples of Spring that people begin with.
 */
@Configuration(proxyBeanMethods = false)
public class PetConfiguration {

	@Bean
	static BeanPostProcessor pool() {
		return new BeanPostProcessor() {
		};
	}

}
