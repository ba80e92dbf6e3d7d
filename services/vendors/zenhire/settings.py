"""Settings of ZenHire."""

from pydantic import Field, HttpUrl, SecretStr
from pydantic_settings import SettingsConfigDict

from services.config import PREFIX, VendorSettings


class ZenHireSettings(VendorSettings):
    """Every setting is an environment variable of its name with `SCOREBAND_ZENHIRE_` before it."""

    model_config = SettingsConfigDict(env_prefix=f"{PREFIX}ZENHIRE_")

    api_key: SecretStr | None = Field(None, description="ZenHire's API key")
    url: HttpUrl = Field(
        HttpUrl("https://platform.zenhire.ai/api/v1"), description="The root of ZenHire's API"
    )
    requests_per_minute: float = Field(500, gt=0, description="How often ZenHire is asked at most")
    webhook_secret: SecretStr | None = Field(
        None, description="Not used: ZenHire's speech results are asked for, it sends no webhooks"
    )
