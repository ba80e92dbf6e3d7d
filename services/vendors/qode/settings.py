"""Settings of Qode."""

from pydantic import Field, HttpUrl, SecretStr
from pydantic_settings import SettingsConfigDict

from services.config import PREFIX, VendorSettings


class QodeSettings(VendorSettings):
    """Every setting is an environment variable of its name with `SCOREBAND_QODE_` before it."""

    model_config = SettingsConfigDict(env_prefix=f"{PREFIX}QODE_")

    api_key: SecretStr | None = Field(None, description="Qode's API key")
    url: HttpUrl = Field(
        HttpUrl("https://turing.gomu.ai/api/v1"), description="The root of Qode's API"
    )
    requests_per_minute: float = Field(600, gt=0, description="How often Qode is asked at most")
    webhook_secret: SecretStr | None = Field(
        None, description="The secret that Qode's webhooks are signed with"
    )
